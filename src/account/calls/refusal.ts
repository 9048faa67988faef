/** AWS's answer to a call that it does not carry out: its error code and text. */
export interface Refusal {
  readonly refused: string;
  readonly message: string;
}

export function refuse(code: string, message: string): Refusal {
  return { refused: code, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
