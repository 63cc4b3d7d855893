/** What the control inside a field carries so that its words belong to it. */
export interface FieldIds {
	id: string;
	'aria-describedby': string | undefined;
	'aria-invalid': true | undefined;
}
