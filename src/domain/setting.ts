/** Something that the workflow has set, and by what: for the log. */
export interface Setting {
  /** The input, also where a variable takes its place. */
  readonly input: string
  /** Fit to be shown: secrets are left out. */
  readonly value: string
  readonly from: string
}
