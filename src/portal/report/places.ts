import {
  columnName,
  type FormCell,
  type FormId,
  formCells,
  getForm,
  rowName,
  shortRowLabel,
  tableKeys,
  tableName,
} from '../../report/domain/forms/index.ts';
import { placeName } from '../../report/domain/place-name.ts';

/** A place a finding leads to and its name within its group. */
export interface Place {
  path: string;
  name: string;
}

/** Places with a name in common, e.g. the cells of one row; `name` is empty when they have none. */
export interface PlaceGroup {
  name: string;
  places: readonly Place[];
}

/** The places of a report on a form, by the paths of the interchange format. */
export interface Places {
  /** The place a path leads to: itself, or the nearest thing that holds it; '' for the whole. */
  placeOf(path: string): string;
  groupsOf(paths: readonly string[]): readonly PlaceGroup[];
  /** Whether both are cells, and the first comes before the other on the form. */
  isBefore(path: string, other: string): boolean;
}

const textPlaces = ['form', 'title', 'organ', 'year', 'preamble', 'notes'];

const sectionPlaces = ({ number }: { number: number }) =>
  ['', '.heading', '.text'].map((part) => `sections.${number - 1}${part}`);

const known = new Map<FormId, Places>();

/** The places of a report on this form. */
export function placesOf(formId: FormId): Places {
  const places = known.get(formId) ?? makePlaces(formId);
  known.set(formId, places);
  return places;
}

function makePlaces(formId: FormId): Places {
  const form = getForm(formId);
  const cells = new Map<string, FormCell>(formCells(form).map((cell) => [cell.path, cell]));
  const names = new Map(
    [...textPlaces, ...form.sections.flatMap(sectionPlaces), ...tableKeys].map((path) => [path, placeName(form, path)]),
  );
  for (const [path, cell] of cells) {
    names.set(`${cell.table}.${cell.row.key}`, rowName(form, cell));
    names.set(path, `${rowName(form, cell)}${columnName(cell)}`);
  }

  const placeOf = (path: string): string => {
    for (let rest = path; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.')))) {
      if (names.has(rest)) return rest;
    }
    return '';
  };
  const nameOf = (path: string) => names.get(placeOf(path)) ?? placeName(form, '');

  /** The cells in as few rows or columns as will do; what is no cell stands alone. */
  const groupsOf = (paths: readonly string[]): PlaceGroup[] => {
    const places = [...new Set(paths.map(placeOf))];
    const found = places.flatMap((place) => cells.get(place) ?? []);
    const others = places.filter((place) => !cells.has(place)).map((path) => ({ path, name: nameOf(path) }));
    const rows = Map.groupBy(found, (cell) => rowName(form, cell));
    const columns = Map.groupBy(found, (cell) => `${tableName(form, cell.table)}${columnName(cell)}`);
    const byRow = rows.size <= columns.size;
    return [
      ...[...(byRow ? rows : columns)].map(([name, group]) => ({
        name,
        places: group.map((cell) => ({
          path: cell.path,
          name: byRow ? columnName(cell).replaceAll(/[“”]|列$/g, '') : shortRowLabel(cell),
        })),
      })),
      ...(others.length > 0 ? [{ name: '', places: others }] : []),
    ];
  };

  const order = new Map([...cells.keys()].map((path, index) => [path, index]));
  const isBefore = (path: string, other: string) => (order.get(path) ?? Number.NaN) < (order.get(other) ?? Number.NaN);

  return { placeOf, groupsOf, isBefore };
}
