import { referenceLibrary, type ReferenceLibrary } from '#iam/reference';

/** AWS's services and managed policies as files of a folder: each is fetched when it is first asked for. */
export function libraryAt(folder: string): ReferenceLibrary {
  return referenceLibrary(async (file) => {
    const response = await fetch(folder + file);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response.text();
  });
}
