/** How it stands with what was typed. */
export type SaveState =
  | { kind: 'saved'; at: Date | undefined }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** It was refused or did not get there; what was typed is still on the page. */
  | { kind: 'failed'; error: unknown }
  /** Somebody else was faster. */
  | { kind: 'conflict'; error: unknown };

interface AutosaverOptions {
  /** Saves everything as it stands at this moment; throws what the server refused. */
  save(): Promise<void>;
  /** Whether a refusal means that somebody else has changed the same. */
  isConflict(error: unknown): boolean;
  onState(state: SaveState): void;
  now?(): Date;
  /** Quiet time after the last key before it is saved, and the longest that is waited, in milliseconds. */
  quiet?: number;
  longest?: number;
  /** After a failure it is tried again after so many milliseconds. */
  again?: number;
}

/**
 * Saves what is typed by itself: a little after the last key, never two at a time, and again after a failure. Where
 * somebody else was faster it stops until that is settled.
 */
export class Autosaver {
  #state: SaveState = { kind: 'saved', at: undefined };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince: number | undefined;
  #running: Promise<void> | undefined;
  #isOver = false;
  readonly #options: AutosaverOptions;

  constructor(options: AutosaverOptions) {
    this.#options = options;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether something is not with the server yet. */
  get isDirty(): boolean {
    return this.#dirtySince !== undefined || this.#running !== undefined;
  }

  /** Something was typed. */
  touch(): void {
    const { quiet = 1_500, longest = 10_000 } = this.#options;
    this.#dirtySince ??= Date.now();
    if (this.#state.kind === 'conflict') return;
    if (this.#state.kind !== 'saving') this.#tell({ kind: 'unsaved' });
    this.#schedule(Math.min(quiet, Math.max(0, this.#dirtySince + longest - Date.now())));
  }

  /**
   * Saves now what is not saved yet, and what is typed while that is under way.
   *
   * @returns whether everything is with the server
   */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    for (;;) {
      if (this.#running) await this.#running;
      else if (this.#dirtySince === undefined) return true;
      else if (!(await this.#save())) return false;
    }
  }

  /**
   * Does something to what is saved, e.g. submits it, when everything is saved. Nothing is saved meanwhile: what is typed
   * during it is saved after it.
   *
   * @returns what `work` gives, within an object; undefined where not everything could be saved, and nothing was done
   * @throws what `work` throws
   */
  async whenSaved<T>(work: () => Promise<T>): Promise<{ done: T } | undefined> {
    // Between the end of saving and this line something may have been typed.
    do if (!(await this.flush())) return undefined;
    while (this.isDirty);
    const doing = work();
    await this.#hold(doing.then(noted, noted));
    return { done: await doing };
  }

  /** What stood in the way is settled: what is on the page now is what counts. */
  settle(isDirty: boolean): void {
    clearTimeout(this.#timer);
    this.#dirtySince = isDirty ? Date.now() : undefined;
    this.#tell(isDirty ? { kind: 'unsaved' } : { kind: 'saved', at: undefined });
    if (isDirty) this.#schedule(0);
  }

  /** The page goes. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  /** Saves once. @returns whether that succeeded */
  async #save(): Promise<boolean> {
    if (this.#running || this.#state.kind === 'conflict') return false;
    const running = this.#run();
    await this.#hold(running);
    return running;
  }

  /** Nothing else is done until this is over. */
  async #hold(running: Promise<unknown>): Promise<void> {
    const held = running.then(() => {
      if (this.#running === held) this.#running = undefined;
      // What was typed meanwhile.
      if (this.#dirtySince !== undefined && (this.#state.kind === 'saved' || this.#state.kind === 'unsaved'))
        this.touch();
    });
    this.#running = held;
    await held;
  }

  async #run(): Promise<boolean> {
    const since = this.#dirtySince;
    this.#dirtySince = undefined;
    this.#tell({ kind: 'saving' });
    try {
      await this.#options.save();
      const isMore = this.#dirtySince !== undefined;
      this.#tell(isMore ? { kind: 'unsaved' } : { kind: 'saved', at: this.#options.now?.() ?? new Date() });
      return true;
    } catch (error) {
      this.#dirtySince ??= since;
      const isConflict = this.#options.isConflict(error);
      this.#tell({ kind: isConflict ? 'conflict' : 'failed', error });
      if (!isConflict) this.#schedule(this.#options.again ?? 15_000);
      return false;
    }
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => void this.#save(), milliseconds);
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

const noted = (): void => {};
