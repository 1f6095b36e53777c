import { describe, expect, test } from 'vitest';
import { formCells, forms } from '../../../forms/index.ts';
import { findSubject, listSubjects } from './subjects.ts';

describe.each(forms)('the subjects of form $id', (form) => {
  test('speak of cells the form has, each reading of at least one', () => {
    const paths = new Set(formCells(form).map((cell) => cell.path));
    for (const { id, readings } of listSubjects(form.id)) {
      expect(readings.length, id).toBeGreaterThan(0);
      for (const reading of readings) {
        expect(reading.length, id).toBeGreaterThan(0);
        for (const path of reading) expect(paths.has(path), `${id}: ${path}`).toBe(true);
      }
    }
  });

  test('have ids of their own', () => {
    const ids = listSubjects(form.id).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(findSubject(form.id, id)?.id).toBe(id);
  });
});

test('不予公开 is the sum of its eight rows', () => {
  expect(findSubject('2021', 'withheld')?.readings[0]).toHaveLength(8);
});

test('what a form does not count has no subject on it', () => {
  expect(findSubject('2019', 'normativeDocuments.repealed')).toBeUndefined();
});
