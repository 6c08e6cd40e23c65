import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, withDatabase } from '../../test/database.ts'
import { type Migration, migrate, readMigrations, splitStatements } from './migrations.ts'

const known = readMigrations()
const extra = (text: string): Migration => ({ name: '9999_extra', text, checksum: text })

describe.each(engines)('migrations on %s', (engine) => {
  it('run once each, in order', () =>
    withDatabase(engine, async (db) => {
      expect(await migrate(db, known)).toEqual([])
      const more = [
        ...known,
        extra('create table extra (a integer);\ninsert into extra values (1);'),
      ]
      expect(await migrate(db, more)).toEqual(['9999_extra'])
      expect(await migrate(db, more)).toEqual([])
      expect((await sql`select a from extra`.execute(db)).rows).toEqual([{ a: 1 }])
    }))

  it('refuse a store that a newer version wrote', () =>
    withDatabase(engine, async (db) => {
      await migrate(db, [...known, extra('select 1;')])
      await expect(migrate(db, known)).rejects.toMatchObject({
        code: 'store-newer',
        details: { migration: '9999_extra' },
      })
    }))

  it('refuse a store on which another text of theirs ran', () =>
    withDatabase(engine, async (db) => {
      await migrate(db, [...known, extra('select 1;')])
      const changed = [...known, extra('select 2;')]
      await expect(migrate(db, changed)).rejects.toMatchObject({ code: 'store-changed' })
    }))
})

describe('splitStatements', () => {
  it('parts at the ends of statements, and keeps the body of a function whole', () => {
    const text = `-- a note; with a semicolon
create table a (
  b text -- what b is
);
create function f() returns integer language plpgsql as $$
begin
  return 1;
end;
$$;
select 1`
    expect(splitStatements(text)).toEqual([
      'create table a (\n  b text -- what b is\n);',
      'create function f() returns integer language plpgsql as $$\nbegin\n  return 1;\nend;\n$$;',
      'select 1',
    ])
  })
})
