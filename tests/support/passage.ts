import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestDatabase } from './database.js';

/** A way to a database that can be closed, as when the database stops or the network is cut. */
export interface Passage {
  /** The same database, reached through the passage; its owner still reaches it directly. */
  database: TestDatabase;
  close(): Promise<void>;
  open(): Promise<void>;
}

export async function passageTo(database: TestDatabase): Promise<Passage> {
  const target = new URL(database.url);
  const sockets = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    inside.pipe(outside).pipe(inside);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(database.url);
  through.host = `127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    database: {
      ...database,
      url: through.href,
      drop: async () => {
        await close();
        await database.drop();
      },
    },
    close,
    open: () => listen(port),
  };
}
