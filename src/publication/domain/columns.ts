// The columns and fields of the catalogue, for routes and services of this area: those may not import another area's domain.
export { type ColumnKey, columnKeys, columns, contentColumnKeys } from '../../catalogue/domain/columns.ts';
export { type FieldKey, fieldKeys } from '../../catalogue/domain/fields.ts';
