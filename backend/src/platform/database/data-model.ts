import type { DataSource } from 'typeorm';

interface ColumnRow {
  table: string;
  table_comment: string | null;
  column: string;
  type: string;
  is_needed: boolean;
  column_comment: string | null;
}

/** The tables and columns with the comments the migrations gave them, as a page for people. */
export async function dataModelDocument(dataSource: DataSource): Promise<string> {
  const rows: ColumnRow[] = await dataSource.query(`
    SELECT t.relname AS "table", obj_description(t.oid) AS table_comment, a.attname AS "column",
           format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS is_needed,
           col_description(t.oid, a.attnum) AS column_comment
      FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY t.relname, a.attnum`);
  const tables = Map.groupBy(rows, (row) => row.table);
  const sections = [...tables].map(([table, columns]) =>
    [
      `## ${table}`,
      '',
      `${columns[0]?.table_comment ?? ''}.`,
      '',
      '| Column | Type | Needed | Meaning |',
      '| --- | --- | --- | --- |',
      ...columns.map(
        (row) =>
          `| \`${row.column}\` | ${row.type} | ${row.is_needed ? 'yes' : 'no'} | ${row.column_comment ?? ''} |`,
      ),
      '',
    ].join('\n'),
  );
  return [
    '# Data model',
    '',
    'Made from the comments in the database by `npm run write-docs`; a test keeps it current. The tables of',
    'the job queue, which pg-boss keeps in a schema of its own, are left out.',
    '',
    ...sections,
  ].join('\n');
}
