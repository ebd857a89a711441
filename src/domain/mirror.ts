/** Where archives are taken from instead of their public place. */
export interface Mirror {
  /** Ends in a slash and holds no credentials. */
  readonly base: URL
  /** The Authorization header for the mirror's own origin; `null`: none. */
  readonly authorization: string | null
}
