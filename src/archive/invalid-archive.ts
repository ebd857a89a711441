/** What an archive is refused for, as the part of a sentence that follows "could not be unpacked:". */
export class InvalidArchive extends Error {
  constructor(found: string) {
    super(found)
    this.name = 'InvalidArchive'
  }
}
