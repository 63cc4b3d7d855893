import { measureThroughput } from './measures/throughput.ts';
import { measureSaved } from './measures/saved.ts';
import { spawn } from 'node:child_process'; import fs from 'node:fs';
process.setMaxListeners(0);
const dir='/dev/shm/bt'; fs.rmSync(dir,{recursive:true,force:true}); fs.mkdirSync(dir);
const which=process.argv[2];
const child=spawn('taskset',['-c','0',process.execPath,'--cpu-prof','--cpu-prof-interval','500','--cpu-prof-dir=/tmp/prof','/work/main/tests/bench/servers/rapi.ts',dir,'351'],{stdio:['ignore','pipe','inherit']});
const line=await new Promise<string>(r=>{let t='';child.stdout.on('data',(c:any)=>{t+=c;const l=t.split('\n').find(x=>x.startsWith('{'));if(l&&t.includes('\n'))r(l)})});
const f=JSON.parse(line);let g=0;
const peer:any={name:'rapi',port:f.port,pages:f.pages,nextKey:()=>f.keys[g++%f.keys.length],cpuMs(){const x=fs.readFileSync(`/proc/${child.pid}/stat`,'utf8').split(') ')[1].split(' ');return (Number(x[11])+Number(x[12]))*10}};
const c0=peer.cpuMs(), t0=performance.now(), l0=process.cpuUsage();
if(which==='flat') console.log(await measureThroughput(peer,50,4));
else {const d=await measureSaved(peer,200,5); d.sort((a,b)=>a-b); console.log(d.length,'p50',d[d.length>>1],'p95',d[Math.floor(d.length*.95)]);}
const l=process.cpuUsage(l0); console.log('server cpu',peer.cpuMs()-c0,'wall',performance.now()-t0,'load cpu',(l.user+l.system)/1000);
child.kill('SIGTERM'); await new Promise(r=>child.once('exit',r)); process.exit(0);
