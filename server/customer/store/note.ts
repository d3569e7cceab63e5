import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

export interface NoteRow {
  id: number
  staff_id: number
  staff_name: string
  text: string
  created_at: Date
}

/** The customer's notes, newest first, 200 at most. */
export async function selectNotes(tx: Tx, customerId: number): Promise<NoteRow[]> {
  const answer = await sql<NoteRow>`
    select n.id, n.staff_id, s.name as staff_name, n.text, n.created_at
    from customer_note n join staff s on s.id = n.staff_id
    where n.customer_id = ${customerId} order by n.id desc limit 200`.execute(tx)
  return answer.rows
}

export async function insertNote(
  tx: Tx,
  note: { brandId: number; customerId: number; staffId: number; text: string },
  now: Date,
): Promise<number> {
  const answer = await sql<{ id: number }>`
    insert into customer_note (brand_id, customer_id, staff_id, text, created_at)
    values (${note.brandId}, ${note.customerId}, ${note.staffId}, ${note.text}, ${now}) returning id`.execute(
    tx,
  )
  return answer.rows[0]?.id ?? 0
}

/** Answers whether there was such a note of this person. */
export async function deleteNoteRow(
  tx: Tx,
  note: { noteId: number; customerId: number; staffId: number },
): Promise<boolean> {
  const answer = await sql`
    delete from customer_note
    where id = ${note.noteId} and customer_id = ${note.customerId} and staff_id = ${note.staffId}
    returning id`.execute(tx)
  return answer.rows.length > 0
}
