import { apply, type Matrix, type Rule } from './geometry.ts';

/** Operators of the paths that pdf.js builds. */
const pathOperators = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** A filled bar up to this thickness is a rule; Word and Chromium draw all borders so. */
const thickest = 3;

/** Collects the straight horizontal and vertical rules among the drawn paths of a page. */
export class DrawnRules {
  readonly horizontal: Rule[] = [];
  readonly vertical: Rule[] = [];

  /** Takes one path. `isFilled` for areas, otherwise its outline is drawn. */
  add(path: ArrayLike<number>, page: Matrix, isFilled: boolean): void {
    let points: [number, number][] = [];
    for (let at = 0; at < path.length; ) {
      const operator = path[at++];
      const point = (offset: number) => apply(page, path[at + offset] as number, path[at + offset + 1] as number);
      switch (operator) {
        case pathOperators.moveTo:
          this.#finish(points, isFilled);
          points = [point(0)];
          at += 2;
          break;
        case pathOperators.lineTo:
          points.push(point(0));
          at += 2;
          break;
        case pathOperators.closePath:
          if (points[0] !== undefined) points.push(points[0]);
          break;
        case pathOperators.curveTo:
        case pathOperators.quadraticCurveTo: {
          const width = operator === pathOperators.curveTo ? 6 : 4;
          // Nothing round is a rule: the part before the curve counts, the curve ends it.
          this.#finish(points, isFilled);
          points = [point(width - 2)];
          at += width;
          break;
        }
        default:
          return;
      }
    }
    this.#finish(points, isFilled);
  }

  #finish(points: [number, number][], isFilled: boolean): void {
    if (points.length < 2) return;
    if (isFilled) {
      this.#addBar(points);
      return;
    }
    for (let at = 1; at < points.length; at++) {
      const [x0, y0] = points[at - 1] as [number, number];
      const [x1, y1] = points[at] as [number, number];
      this.#addLine(x0, y0, x1, y1);
    }
  }

  #addBar(points: [number, number][]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= thickest && right - left > bottom - top)
      this.#addLine(left, (top + bottom) / 2, right, (top + bottom) / 2);
    else if (right - left <= thickest) this.#addLine((left + right) / 2, top, (left + right) / 2, bottom);
  }

  #addLine(x0: number, y0: number, x1: number, y1: number): void {
    if (Math.abs(y1 - y0) <= 0.7 && Math.abs(x1 - x0) > 0.7) {
      this.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    } else if (Math.abs(x1 - x0) <= 0.7 && Math.abs(y1 - y0) > 0.7) {
      this.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
  }
}
