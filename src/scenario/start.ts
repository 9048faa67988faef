import { isJsonObject, parsePolicy, printPolicy, type JsonValue, type PolicyDocument } from '#iam';
import type { Scenario } from './schema.ts';

type Buffers = Scenario['start']['buffers'];

/** The texts of buffers by policy id: lines as typed, documents printed in AWS's order. */
export function bufferTexts(buffers: Buffers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    buffers.map((buffer) => [
      buffer.policy,
      'lines' in buffer ? buffer.lines.join('\n') : printPolicy(asJson(buffer.document)),
    ]),
  );
}

/** The texts a mission opens with, by policy id. */
export function startTexts({ start }: Scenario): Readonly<Record<string, string>> {
  return bufferTexts(start.buffers);
}

/** The documents those texts hold; a text that is no policy is left out. */
export function startDocuments(scenario: Scenario): Readonly<Record<string, PolicyDocument>> {
  return readDocuments(scenario, startTexts(scenario));
}

/** The documents in texts by policy id, each read as its policy's type; a text that is no policy is left out. */
export function readDocuments(
  { world }: Scenario,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, PolicyDocument>> {
  const documents: Record<string, PolicyDocument> = {};
  for (const { id, type } of world.policies) {
    const text = texts[id];
    const document = text === undefined ? undefined : parsePolicy(text, type).document;
    if (document !== undefined) documents[id] = document;
  }
  return documents;
}

/** What a scenario file holds came from JSON; anything else would be our own bug and reads as an empty object. */
export function asJson(document: Readonly<Record<string, unknown>>): PolicyDocument {
  const value = document as JsonValue;
  return isJsonObject(value) ? value : {};
}
