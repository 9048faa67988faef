import type { common as english } from '../en/common.ts';
import type { Message } from '../messages.ts';

export const common: Readonly<Record<keyof typeof english, Message>> = {
};
