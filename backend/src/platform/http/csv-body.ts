import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Problem } from '@app/shared/domain';
import type { Request } from 'express';

/**
 * The bytes of an uploaded CSV file, read only after the guards have let the person in, so that
 * nobody else can fill the memory.
 *
 * @throws Problem wrong-media-type, too-large, or contract-broken when the file did not arrive whole
 */
export const CsvBody = createParamDecorator(
  (bytesMax: number, context: ExecutionContext): Promise<Buffer> => {
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.is('text/csv'))
      throw new Problem('wrong-media-type', 'Send the file as text/csv.');
    if (Number(request.get('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax);
    return bytesOf(request, bytesMax);
  },
);

export const HasCsvBody = (example: string): MethodDecorator =>
  applyDecorators(ApiConsumes('text/csv'), ApiBody({ schema: { type: 'string', example } }));

function bytesOf(request: Request, bytesMax: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const isCut = () => {
      reject(new Problem('contract-broken', 'The file did not arrive whole. Upload it again.'));
    };
    request.on('data', (part: Buffer) => {
      length += part.length;
      // What is too much is let go by: a connection that is cut would carry no answer back.
      if (length <= bytesMax) parts.push(part);
      else reject(tooLarge(bytesMax));
    });
    request.once('end', () => {
      resolve(Buffer.concat(parts));
    });
    request.once('error', isCut);
    request.once('aborted', isCut);
  });
}

function tooLarge(bytesMax: number): Problem {
  return new Problem(
    'too-large',
    `The file is larger than ${Math.floor(bytesMax / (1024 * 1024))} MB. Upload fewer rows at once.`,
  );
}
