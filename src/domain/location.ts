/** One address at which something can be had. */
export interface Location {
  /** Holds no credentials. */
  readonly url: URL
  /** The Authorization header that belongs to this address's origin; `null`: none. */
  readonly authorization: string | null
}

/** The headers that a request to a location has. */
export function headersOf({ authorization }: Location): Readonly<Record<string, string>> {
  return authorization === null ? {} : { authorization }
}
