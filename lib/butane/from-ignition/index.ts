export {
  ignitionToButane,
  type FromIgnition,
  type FromIgnitionOptions,
} from "./ignition-to-butane";
