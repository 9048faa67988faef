import { folder } from 'virtual:reference';
import { libraryAt } from './library-files.ts';

/** The folder with AWS's services and managed policies, beside this page. */
export const referenceAddress = new URL(folder, document.baseURI).href;

/** What it holds. */
export const reference = libraryAt(referenceAddress);
