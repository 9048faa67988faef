import { folder } from 'virtual:reference';
import { referenceLibrary } from '#iam/reference';
import { textsAt } from '#ui/texts-at.ts';

/** The folder with AWS's services and managed policies, beside this page. */
export const referenceAddress = new URL(folder, document.baseURI).href;

/** What it holds: each file is fetched when it is first asked for. */
export const reference = referenceLibrary(textsAt(referenceAddress));
