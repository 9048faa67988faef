import { createActor } from 'xstate';
import {
  missionMachine,
  type MissionEvent,
  type MissionInput,
  type MissionSnapshot,
} from './mission-machine.ts';

/** A mission being played: watched like any observable, moved by events. The one place that starts the machine. */
export interface PlayedMission {
  readonly getSnapshot: () => MissionSnapshot;
  readonly send: (event: MissionEvent) => void;
  readonly subscribe: (observer: {
    next: (snapshot: MissionSnapshot) => void;
    error: (error: unknown) => void;
  }) => { unsubscribe: () => void };
  readonly stop: () => void;
}

/** Starts a mission; the caller stops it when the learner leaves. */
export function createMission(input: MissionInput): PlayedMission {
  const actor = createActor(missionMachine, { input });
  actor.start();
  return {
    getSnapshot: () => actor.getSnapshot(),
    send: (event) => actor.send(event),
    subscribe: (observer) => actor.subscribe(observer),
    stop: () => void actor.stop(),
  };
}
