/** One thing wrong with the input. `path` is dotted (`body.shop.name`), `code` is stable. */
export interface Fault {
  path: string
  code: string
  message: string
}

/** How one error is declared by a term: HTTP status and an English sentence that says what to do. */
export interface RefusalDeclaration {
  readonly status: number
  readonly message: string
}

/** Declares a term's errors; keeps the codes as literal keys. */
export function refusals<const R extends Readonly<Record<string, RefusalDeclaration>>>(declarations: R): R {
  return declarations
}

/** Thrown by rules and actions; the edge turns it into the reply. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly data: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]

  constructor(
    code: string,
    declaration: RefusalDeclaration,
    data: Readonly<Record<string, unknown>> = {},
    faults: readonly Fault[] = [],
  ) {
    super(declaration.message)
    this.name = 'Refusal'
    this.code = code
    this.status = declaration.status
    this.data = data
    this.faults = faults
  }
}
