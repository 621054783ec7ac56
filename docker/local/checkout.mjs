import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the whole project. */
export const checkout = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));

/** Tells this checkout's folders from those of another checkout on the same machine. */
export const checkoutKey = createHash('sha256').update(checkout).digest('hex').slice(0, 12);

/**
 * @param {...string} parts
 * @returns {string}
 */
export function inCheckout(...parts) {
  return join(checkout, ...parts);
}

/**
 * Reads settings written as KEY=value, one a line. Node 20.0 has no reader of its own.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseSettings(text) {
  /** @type {Record<string, string>} */
  const settings = {};
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line);
    if (!found) continue;
    const [, key = '', value = ''] = found;
    const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(value);
    settings[key] = quoted ? (quoted[2] ?? '') : value.replace(/(^|\s+)#.*$/, '');
  }
  return settings;
}

/**
 * The settings of this run: the environment wins over the file `.env`, and an empty value in the
 * file counts as not given, so that a copied `.env.example` changes nothing.
 * @returns {NodeJS.ProcessEnv}
 */
export function readSettings() {
  let text = '';
  try {
    text = readFileSync(inCheckout('.env'), 'utf8');
  } catch {
    // The file is optional.
  }
  const written = Object.entries(parseSettings(text)).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(written), ...process.env };
}
