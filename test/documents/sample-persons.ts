/** 649900 is no county of China: nothing here is a real person or place. */
export const applicant = `t_${'a1'.repeat(16)}`;
export const spouse = `t_${'b2'.repeat(16)}`;
export const child = `t_${'c3'.repeat(16)}`;
export const idNumber = '649900198511200032';
export const phone = '13800000000';

/** Stands for a text a county approved. */
export const remedy =
  '如不服本决定，可以自收到之日起60日内向演示县人民政府申请行政复议，或者自收到之日起6个月内依法向人民法院提起行政诉讼。';
