/** The list that uv publishes, with every implementation and the newest build of each version. */
export const publishedList =
  'https://raw.githubusercontent.com/astral-sh/uv/main/crates/uv-python-managed/download-metadata.json'
