export { compare } from "./compare";
export {
  topics,
  type Comparison,
  type Difference,
  type Step,
  type Topic,
} from "./comparison";
export { planOf, planText, resetSteps, type Plan } from "./plan";
export { butaneTexts } from "./texts";
