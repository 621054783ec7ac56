import { createServer } from 'node:net';

import { Refusal } from './say.mjs';

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<{ port: number } | { code: string | undefined }>} the port, or why not
 */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) => resolve({ code }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve({ port: got }));
    });
  });
}

/** @returns {Promise<number>} */
export async function anyFreePort() {
  const answer = await tryPort(0, '127.0.0.1');
  if ('port' in answer) return answer.port;
  throw new Refusal(`This machine has no free port on 127.0.0.1 (${answer.code}).`);
}

const portsTried = 100;

/**
 * @param {number} wanted
 * @param {string} host
 * @returns {Promise<number>} the wanted port or the next free one after it
 */
export async function nextFreePort(wanted, host) {
  for (let port = wanted; port < wanted + portsTried && port <= 65535; port += 1) {
    const answer = await tryPort(port, host);
    // A browser may take "localhost" for the newer kind of address, where another may listen.
    const newer = await tryPort(port, '::1');
    if ('port' in answer && ('port' in newer || newer.code !== 'EADDRINUSE')) return port;
  }
  throw new Refusal(`No port from ${wanted} upward is free on ${host}.`);
}

/**
 * @param {string | undefined} written
 * @param {number} usual
 * @returns {number}
 */
export function readPort(written, usual) {
  if (!written) return usual;
  const port = Number(written);
  if (Number.isInteger(port) && port > 0 && port <= 65535) return port;
  throw new Refusal(`PORT must be a whole number from 1 to 65535; it is "${written}".`);
}
