import { rules as before } from "../v1_6/sugar";
import {
  validateBootDeviceLuks,
  validateBootDeviceWithLayout,
} from "../validate-boot-device";

/** From 1.7 on, a mirror needs its layout, and a disk that is encrypted something to unlock it. */
export const rules = {
  ...before,
  BootDevice: validateBootDeviceWithLayout,
  BootDeviceLuks: validateBootDeviceLuks,
};
