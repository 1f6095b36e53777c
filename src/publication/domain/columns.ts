// The columns and fields of the catalogue, for routes and services of this area: those may not import another area's domain.
export { type ColumnKey, columnKeys, columnOf, columns, contentColumnKeys } from '../../catalogue/domain/columns.ts';
export { type FieldKey, fieldKeys, fields, isField } from '../../catalogue/domain/fields.ts';
