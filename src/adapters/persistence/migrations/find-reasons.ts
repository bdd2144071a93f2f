import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reasons of one stream are found without looking through those of all others. */
export class FindReasons1850000000080 implements MigrationInterface {
  readonly name = 'FindReasons1850000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX justification_of_stream ON justification (stream_id, assignment_id, position)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX justification_of_stream');
  }
}
