import { writeFileSync } from 'node:fs';
import { referenceDefinitions, reportPdf } from '@app/backend/testing';
import { sampleReport } from './sample-report.ts';

/**
 * `node tests/support/reports/run.ts FILE`: writes the sample report as a PDF. `npm run
 * report:sample` builds first, then runs this. Node 24 runs these files as they are, which is why
 * imports in this folder end in `.ts`.
 */
const [definition] = referenceDefinitions().frameworks;
const [file] = process.argv.slice(2);
if (!definition || file === undefined) throw new Error('Say where the file is to go.');
const started = performance.now();
const bytes = await reportPdf(sampleReport({ definition }));
writeFileSync(file, bytes);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${file}: ${bytes.length} bytes, ${seconds} s\n`);
