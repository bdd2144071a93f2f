export { Module } from '@nestjs/common';
