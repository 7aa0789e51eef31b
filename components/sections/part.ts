/** What the form of a part of a section works on. */
export interface PartProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
}
