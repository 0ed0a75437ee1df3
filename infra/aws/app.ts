import { App } from 'aws-cdk-lib';
import { buildLambdas } from './build.ts';
import { platforms } from './platform.ts';
import { sunlightApp } from './sunlight-app.ts';

/** What the CDK CLI runs (cdk.json); `-c partition=aws-cn` chooses the China partition. */
const asked = new App({ autoSynth: false }).node.tryGetContext('partition') ?? 'aws';
const platform = platforms.find(({ partition }) => partition === asked);
if (!platform) throw new Error(`未知分区 no such partition: ${asked}`);
await buildLambdas();
sunlightApp({ platform }).synth();
