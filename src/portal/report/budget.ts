/**
 * A quantity that is shared out, such as memory for waiting files. Whoever asks for more than is
 * left waits, in the order of asking, until enough has come back; more than there is at all is given
 * when nobody else has any.
 */
export class Budget {
  private readonly size: number;
  private taken = 0;
  private readonly waiting: { amount: number; proceed: () => void }[] = [];

  constructor(size: number) {
    this.size = size;
  }

  async take(amount: number): Promise<void> {
    await new Promise<void>((proceed) => {
      this.waiting.push({ amount, proceed });
      this.shareOut();
    });
  }

  giveBack(amount: number): void {
    this.taken -= amount;
    this.shareOut();
  }

  private shareOut(): void {
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      if (this.taken > 0 && this.taken + first.amount > this.size) return;
      this.waiting.shift();
      this.taken += first.amount;
      first.proceed();
    }
  }
}
