/** The files of a folder of the site as texts, by their names in it: each is fetched when it is asked for. Rejects where there is none. */
export function textsAt(folder: string): (file: string) => Promise<string> {
  return async (file) => {
    const response = await fetch(folder + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  };
}
