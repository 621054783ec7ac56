import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Problem } from '@app/shared/domain';
import type { Request } from 'express';
import { CSV_TYPE } from './answers.js';

/** An uploaded file, and what it says it is. */
export interface UploadedFile {
  type: string;
  bytes: Buffer;
}

/** The kinds of file a route takes, by their media types and as people call them. */
export interface FileKinds {
  types: readonly string[];
  bytesMax: number;
  /** What a person may do about a file that is too large. */
  smaller: string;
}

/**
 * The bytes of an uploaded file, read only after the guards have let the person in, so that nobody
 * else can fill the memory.
 *
 * @throws Problem wrong-media-type, too-large, or contract-broken when the file did not arrive whole
 */
export const FileBody = createParamDecorator(
  async (kinds: FileKinds, context: ExecutionContext): Promise<UploadedFile> => {
    const request = context.switchToHttp().getRequest<Request>();
    const type = kinds.types.find((one) => request.is(one));
    // What has been read already came to another spelling of the address, as JSON and not as a file.
    if (type === undefined || request.readableEnded) {
      const types = kinds.types.join(' or ');
      throw new Problem('wrong-media-type', `Send the file as ${types}.`);
    }
    if (Number(request.get('content-length') ?? 0) > kinds.bytesMax) throw tooLarge(kinds);
    return { type, bytes: await bytesOf(request, kinds) };
  },
);

/** As `FileBody`, for a table: its bytes alone. */
export const CsvBody = (bytesMax: number): ParameterDecorator =>
  FileBody(
    { types: [CSV_TYPE], bytesMax, smaller: 'Upload fewer rows at once' },
    { transform: ({ bytes }: UploadedFile) => bytes },
  );

/** @param example of the CSV file */
export const HasFileBody = (types: readonly string[], example: string): MethodDecorator =>
  applyDecorators(ApiConsumes(...types), ApiBody({ schema: { type: 'string', example } }));

export const HasCsvBody = (example: string): MethodDecorator => HasFileBody([CSV_TYPE], example);

function bytesOf(request: Request, kinds: FileKinds): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const isCut = () => {
      reject(new Problem('contract-broken', 'The file did not arrive whole. Upload it again.'));
    };
    request.on('data', (part: Buffer) => {
      length += part.length;
      // What is too much is let go by: a connection that is cut would carry no answer back.
      if (length <= kinds.bytesMax) parts.push(part);
      else reject(tooLarge(kinds));
    });
    request.once('end', () => {
      resolve(Buffer.concat(parts));
    });
    request.once('error', isCut);
    request.once('aborted', isCut);
  });
}

function tooLarge({ bytesMax, smaller }: FileKinds): Problem {
  const megabytes = Math.floor(bytesMax / (1024 * 1024));
  return new Problem('too-large', `The file is larger than ${megabytes} MB. ${smaller}.`);
}
