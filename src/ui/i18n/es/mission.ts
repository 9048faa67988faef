import type { mission as english } from '../en/mission.ts';
import type { Message } from '../messages.ts';

export const mission: Readonly<Record<keyof typeof english, Message>> = {
};
