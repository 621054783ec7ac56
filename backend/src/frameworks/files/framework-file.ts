import type { StreamableFile } from '@nestjs/common';
import {
  inSchemaOrder,
  toSheets,
  type FrameworkDefinition,
  type FrameworkFileFormat,
} from '@app/shared/domain';
import { jsonFile, xlsxFile } from '../../platform/http/answers.js';
import { writeWorkbook } from './write-workbook.js';

/** @param name of the file without its ending, such as `ehc-plan-version-1` */
export async function frameworkFile(
  definition: FrameworkDefinition,
  format: FrameworkFileFormat,
  name: string,
): Promise<StreamableFile> {
  if (format === 'json') return jsonFile(inSchemaOrder(definition), `${name}.json`);
  return xlsxFile(await writeWorkbook(toSheets(definition)), `${name}.xlsx`);
}
