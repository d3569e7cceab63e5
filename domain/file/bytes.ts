/** Reads some of a file's bytes: fewer where it ends, none past its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>
