/**
 * A server that keeps to what the supervisor asks of one: it says when it is ready, ends on SIGTERM
 * and with its life line, and leaves with code 98 when its port is taken.
 */
import { createServer } from 'node:http';

const server = createServer((_request, response) => response.end(process.env.DATABASE_URL));
const end = () => process.exit(0);
server.on('error', () => process.exit(98));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.send?.({ ready: true, port: Number(process.env.PORT) });
});
process.on('SIGTERM', end);
process.stdin.on('end', end).resume();
process.stdout.write('server is listening\n');
