import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Partnership {
  name: string;
  colour: string;
  helpEmail: string | null;
  version: number;
}

const READ = `SELECT name, colour, help_email AS "helpEmail", version FROM partnership`;

@Injectable()
export class PartnershipRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(manager: EntityManager = this.dataSource.manager): Promise<Partnership> {
    return only(await manager.query(READ));
  }

  async lock(manager: EntityManager): Promise<Partnership> {
    return only(await manager.query(`${READ} FOR UPDATE`));
  }

  async write(manager: EntityManager, wanted: Omit<Partnership, 'version'>): Promise<void> {
    await manager.query(
      `UPDATE partnership SET name = $1, colour = $2, help_email = $3, version = version + 1`,
      [wanted.name, wanted.colour, wanted.helpEmail],
    );
  }
}

/** The migration made the one row and nothing can remove it. */
function only(rows: Partnership[]): Partnership {
  const [row] = rows;
  if (!row) throw new Error('the partnership has no row');
  return row;
}
