import { folder } from 'virtual:reference';
import { referenceLibrary } from '#iam/reference/library.ts';

/** AWS's services and managed policies as files beside this page: each is fetched when it is first asked for. */
export const reference = referenceLibrary(async (file) => {
  const response = await fetch(new URL(folder + file, document.baseURI));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
});
