import { ESLint } from 'eslint';
import { json } from 'node:stream/consumers';

/** Reads examples from standard input and writes which rules each of them breaks. ESLint's resolver does not work inside Jest. */
const eslint = new ESLint();
const broken = [];
for (const { file, text } of await json(process.stdin)) {
  const [result] = await eslint.lintText(text, { filePath: file });
  broken.push((result?.messages ?? []).map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(broken));
