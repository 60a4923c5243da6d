/** Tasks while their rows are read. */
import type { Place } from '../problems.ts';
import type { Milestone, Progress, Task, TaskEvent, TaskUnit } from './portal.ts';
import type { PendingReference } from './resolve.ts';
import type { TaskLists } from './taskLists.ts';
import type { ProgrammeDraft, World } from './world.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A task while its parts are read. */
export interface TaskDraft {
  readonly task: Mutable<Task>;
  readonly draft: ProgrammeDraft;
  readonly units: TaskUnit[];
  readonly events: TaskEvent[];
  readonly milestones: Milestone[];
  readonly progress: Progress[];
  readonly carriedFrom: PendingReference | null;
  readonly parent: PendingReference | null;
  /** A row at fault may have been one of its roles: they cannot be counted. */
  unsure: boolean;
  /** Its row is at fault, or the header of its target: nobody knows what its progress is held against. */
  readonly targetUnsure: boolean;
}

/** A transfer, held against the task's leads once all rows are read. */
interface Transfer {
  readonly of: TaskDraft;
  readonly date: string;
  readonly from: string;
  readonly header: string;
  readonly value: string;
  readonly place: Place;
}

/** An event dated before the task's own posted_on, held against its events of posting once all rows are read. */
export interface EarlyEvent {
  readonly of: TaskDraft;
  readonly date: string;
  readonly posted: string;
  readonly value: string;
  readonly place: Place;
}

export interface Tasks {
  readonly world: World;
  readonly byId: Map<string, TaskDraft>;
  readonly lists: ReadonlyMap<string, TaskLists>;
  readonly transfers: Transfer[];
  readonly early: EarlyEvent[];
  /** A milestone does not say of which task it is: it may be of any. */
  isMilestoneLost: boolean;
}
