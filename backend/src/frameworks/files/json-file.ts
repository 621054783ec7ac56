import { Problem } from '@app/shared/domain';

/** Objects and lists inside one another; a framework with the deepest rules has half of it. */
const DEPTH_MAX = 40;

/**
 * Reads a file of JSON.
 *
 * @throws Problem rule-broken, saying in which line it cannot be read
 */
export function readJson(bytes: Buffer): unknown {
  const text = textOf(bytes);
  if (text.trim() === '') throw Problem.ofFile('The file is empty');
  refuseDeep(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const read = at === undefined ? text : text.slice(0, Number(at));
    const line = read.split('\n').length;
    throw Problem.ofFile(`This is not JSON: line ${line} cannot be read. Save the file anew`);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw Problem.ofFile('This is not a file of JSON. JSON is text in UTF-8');
  }
}

/** What goes deeper than any framework would exhaust whoever reads it. */
function refuseDeep(text: string): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEPTH_MAX) {
      throw Problem.ofFile('The file has lists inside lists, far deeper than a framework has them');
    }
  }
}
