/** The list that uv publishes, with every implementation and the newest build of each version. */
export const publishedList =
  'https://raw.githubusercontent.com/astral-sh/uv/main/crates/uv-python-managed/download-metadata.json'

/** Where Astral has its releases; `UV_ASTRAL_MIRROR_URL` takes its place. */
export const astralReleases = 'https://releases.astral.sh/'

/** All releases of python-build-standalone, the newest first, a line each: below `astralReleases`. */
export const releasesPath = 'github/versions/main/v1/python-build-standalone.ndjson'

/** The archives of python-build-standalone: below `astralReleases`. */
export const archivesPath = 'github/python-build-standalone/releases/download/'
