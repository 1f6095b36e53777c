import { describe, expect, test } from 'vitest';
import { getForm } from '../../forms/index.ts';
import { modelReport } from '../examples/index.ts';
import { listCells, planForm } from './form-plan.ts';
import { inferFigures } from './inference.ts';

const plan = planForm(getForm('2021'));
const at = (path: string) => plan.positions.get(path) as number;

function infer(set: Record<string, unknown>) {
  const cells = listCells(modelReport({ set }), plan);
  const inferred = inferFigures(cells, plan);
  return Object.fromEntries([...inferred].map(([position, figure]) => [plan.cells[position]?.path, figure]));
}

describe('what a gap would have to be', () => {
  test('the single gap of a row is what its total leaves', () => {
    expect(infer({ 'requests.disclosed.natural': null })).toEqual({ 'requests.disclosed.natural': 5 });
  });

  test('the gaps beside a total of 0 are 0', () => {
    const gaps = ['natural', 'business', 'other'].map((column) => `requests.refusedRepeat.${column}`);
    expect(infer(Object.fromEntries(gaps.map((path) => [path, null])))).toEqual(
      Object.fromEntries(gaps.map((path) => [path, 0])),
    );
  });

  test('one gap that follows may close the next', () => {
    const set = {
      'remedies.reconsideration.total': null,
      'requests.disclosed.total': null,
      'requests.handledTotal.total': null,
    };
    expect(infer(set)).toEqual({
      'remedies.reconsideration.total': 2,
      'requests.disclosed.total': 7,
      'requests.handledTotal.total': 12,
    });
  });

  test('two gaps that share a remainder stay open', () => {
    expect(infer({ 'remedies.reconsideration.upheld': null, 'remedies.reconsideration.pending': null })).toEqual({});
  });

  test('nothing is inferred where the rest cannot be true', () => {
    expect(infer({ 'remedies.reconsideration.upheld': null, 'remedies.reconsideration.total': 0 })).toEqual({});
  });

  test('a cell outside every sum stays open', () => {
    expect(infer({ 'proactive.licences.decisions': null })).toEqual({});
  });

  test('the cells themselves are left as they are', () => {
    const cells = listCells(modelReport({ set: { 'requests.disclosed.natural': null } }), plan);
    inferFigures(cells, plan);
    expect(cells[at('requests.disclosed.natural')]).toBeNull();
  });
});
