/** How long staff may take a message back, in seconds. */
export const staffRecallSeconds = 120

/** Whether a message written then may still be taken back now. */
export function mayRecall(createdAt: Date, now: Date, seconds: number): boolean {
  return now.getTime() - createdAt.getTime() <= seconds * 1000
}
