import { DatabaseSync } from 'node:sqlite';

/** Milliseconds to wait for the engine's own write lock. */
const PATIENCE = 5_000;

/** The engine's three questions to its change stream: the next number, what follows a number, the first and the last. */
const indexes = {
  next_number: '(table_name, CAST(sequence_number AS INTEGER))',
  following: '(table_name, shard_id, CAST(sequence_number AS INTEGER))',
  bounds: '(table_name, shard_id, sequence_number)',
} as const;

/**
 * Gives the engine's table of stream records the indexes it lacks: without them every write reads the whole stream for its next
 * number, and a host that was busy for a day takes a second a command. Harmless again and again; does nothing where the table is not.
 */
export function indexStream(database: string): void {
  const db = new DatabaseSync(database, { timeout: PATIENCE });
  try {
    const known = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_stream_records'").get();
    if (!known) return;
    for (const [name, columns] of Object.entries(indexes))
      db.exec(`CREATE INDEX IF NOT EXISTS sunlight_stream_${name} ON _stream_records ${columns}`);
  } finally {
    db.close();
  }
}
