import type pg from 'pg'

/** A table that holds rows itself; names are quoted and qualified, ready to stand in SQL. */
export interface StoredTable {
  name: string
  /** Columns that are stored, not computed. */
  columns: string[]
}

/** A part of a partitioned table, as `create table … partition of …` needs it. */
export interface Partition {
  name: string
  parent: string
  bound: string
  /** Set when the part is itself partitioned. */
  partitionBy: string | null
}

/** Whatever is ours in a database: our schemas, without what extensions and the migrations keep for themselves. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  and (n.nspname, c.relname) not in (('public', 'schema_migration'), ('graphile_worker', 'migrations'))
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Tables with rows, parts of partitioned tables included; unlogged ones are not worth keeping. */
export async function storedTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select coalesce(array_agg(format('%I', a.attname) order by a.attnum), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and ${ours} order by 1`)
  return rows
}

/** The parts of all partitioned tables, a part before its own parts. */
export async function partitions(client: pg.ClientBase): Promise<Partition[]> {
  const { rows } = await client.query(`
    with recursive part as (
      select c.oid, 1 as depth from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'p' and not c.relispartition and ${ours}
      union all
      select i.inhrelid, depth + 1 from part join pg_inherits i on i.inhparent = part.oid
    )
    select format('%I.%I', n.nspname, c.relname) as name, format('%I.%I', pn.nspname, p.relname) as parent,
      pg_get_expr(c.relpartbound, c.oid) as bound, pg_get_partkeydef(c.oid) as "partitionBy"
    from part join pg_class c on c.oid = part.oid join pg_namespace n on n.oid = c.relnamespace
      join pg_inherits i on i.inhrelid = c.oid
      join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
    order by depth, 1`)
  return rows
}

/** Last value that each sequence gave out, as text; sequences never used are left out. */
export async function sequenceValues(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
    where last_value is not null and schemaname not like 'pg\\_%'`)
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Statements that take foreign keys and triggers away, and those that bring them back as they were. */
export async function guards(client: pg.ClientBase): Promise<{ off: string[]; on: string[] }> {
  const keys = await client.query(`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as off,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as on
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours} order by 1`)
  const triggers = await client.query(`
    select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname) as off,
      format('alter table %I.%I enable %s trigger %I', n.nspname, c.relname,
        case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname) as on
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and ${ours} order by 1`)
  const all = [...keys.rows, ...triggers.rows]
  return { off: all.map((guard) => guard.off), on: all.map((guard) => guard.on) }
}

/** Whether nobody has put a table into the database yet. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(`
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname not like 'pg\\_%'
      and n.nspname <> 'information_schema' and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    limit 1`)
  return rows.length === 0
}
