export { compare } from "./compare";
export {
  topics,
  type ChangeKind,
  type Comparison,
  type Difference,
  type Step,
  type Topic,
} from "./comparison";
export { planOf, planText, resetSteps, type Plan } from "./plan";
export { butaneTexts } from "./texts";
