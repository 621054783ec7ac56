import { Injectable, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Problem } from '@app/shared/domain';
import { validate } from 'uuid';

/** The record's key in the address; anything that is not a key is simply not found. */
@Injectable()
export class RecordId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw Problem.notFound('This record');
    return value.toLowerCase();
  }
}

export const HasId = (): MethodDecorator => ApiParam({ name: 'id', format: 'uuid', type: String });
